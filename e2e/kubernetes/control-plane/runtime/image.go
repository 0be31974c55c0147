package runtime

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// Images says what stands for each image. Whoever starts the bed writes it as a JSON file.
type Images struct {
	// Images are tried in order; the first that fits is taken.
	Images []Image `json:"images"`
}

// Image is a folder of files and the environment that its containers get.
type Image struct {
	// Name is what an image's name contains, and Tag what its tag begins with.
	Name string `json:"name"`
	Tag  string `json:"tag"`
	// Absent makes the pull fail, as that of an image that no registry has.
	Absent bool `json:"absent"`
	// Folder is where in the container the layers appear, and where commands start. Each folder below a layer is joined with those of the same
	// name of the layers that follow, the first on top, and can be written to.
	Folder string   `json:"folder"`
	Layers []string `json:"layers"`
	// Mounts leads paths of the container to files of this machine.
	Mounts map[string]string `json:"mounts"`
	// Environment overrides that of the pod.
	Environment map[string]string `json:"environment"`
}

// ReadImages reads such a file.
func ReadImages(file string) (*Images, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	images := &Images{}
	if err := json.Unmarshal(text, images); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return images, nil
}

func (i *Images) find(reference string) *Image {
	name, _, _ := strings.Cut(reference, "@")
	tag := "latest"
	if colon := strings.LastIndex(name, ":"); colon > strings.LastIndex(name, "/") {
		name, tag = name[:colon], name[colon+1:]
	}
	for index := range i.Images {
		image := &i.Images[index]
		if strings.Contains(name, image.Name) && strings.HasPrefix(tag, image.Tag) {
			if image.Absent {
				return nil
			}
			return image
		}
	}
	return nil
}

func digest(reference string) string {
	return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(reference)))
}

// ImageStatus describes an image; none if no registry would have it.
func (r *Runtime) ImageStatus(_ context.Context, spec *cri.ImageSpec, _ bool) (*cri.ImageStatusResponse, error) {
	if r.images.find(spec.Image) == nil {
		return &cri.ImageStatusResponse{}, nil
	}
	return &cri.ImageStatusResponse{Image: &cri.Image{
		Id:       digest(spec.Image),
		RepoTags: []string{spec.Image},
		Size:     1 << 20,
		// The user of Pulsar's image, so that the kubelet takes it for one that does not run as root.
		Uid: &cri.Int64Value{Value: 10000},
	}}, nil
}

// PullImage finds that an image is there, or fails.
func (r *Runtime) PullImage(
	_ context.Context, spec *cri.ImageSpec, _ *cri.AuthConfig, _ *cri.PodSandboxConfig,
) (string, error) {
	if r.images.find(spec.Image) == nil {
		return "", status.Errorf(codes.NotFound, "%s: not found", spec.Image)
	}
	return digest(spec.Image), nil
}

// ListImages lists none, so that none is collected as garbage.
func (r *Runtime) ListImages(context.Context, *cri.ImageFilter) ([]*cri.Image, error) {
	return nil, nil
}

// RemoveImage keeps the files of the machine.
func (r *Runtime) RemoveImage(context.Context, *cri.ImageSpec) error { return nil }

// ImageFsInfo measures nothing.
func (r *Runtime) ImageFsInfo(context.Context) (*cri.ImageFsInfoResponse, error) {
	usage := []*cri.FilesystemUsage{{
		Timestamp:  now(),
		FsId:       &cri.FilesystemIdentifier{Mountpoint: r.folder},
		UsedBytes:  &cri.UInt64Value{},
		InodesUsed: &cri.UInt64Value{},
	}}
	return &cri.ImageFsInfoResponse{ImageFilesystems: usage, ContainerFilesystems: usage}, nil
}
